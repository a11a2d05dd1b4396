/** Tables of businesses, which show themselves to customers. */

export const BUSINESS =
  /^(?:stores?|shops?|vendors?|sellers?|restaurants?|salons?|barber_?shops?|clinics?|hospitals?|hotels?|venues?|gyms?|pharmac(?:y|ies)|doctors?)$/i;

/** Businesses tell everybody how to reach them. */
export const SHOWS_ITSELF =
  /(?:stores?|shops?|vendors?|sellers?|business(?:es)?|compan(?:y|ies)|restaurants?|salons?|clinics?|hospitals?|hotels?|venues?|branch(?:es)?|locations?|doctors?|dentists?|agents?|agenc(?:y|ies)|dealers?|gyms?|schools?|pharmac(?:y|ies)|outlets?|pages?|settings?)$/i;
