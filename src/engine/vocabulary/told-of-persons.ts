/** Columns that tell something of a person. */

/** How to reach a person, and what nobody else is told. */
export const CONTACT = /e_?mail|phone|birth|iban|salary|passport|ssn/i;

/** Or what a person is called who is one among many. */
export const PERSONAL = new RegExp(
  `${CONTACT.source}|(?:first|last|full|sur|customer|guest|client|patient|attendee|passenger|recipient|buyer|payer|contact|holder|student|employee|participant)_?names?$`,
  "i",
);

/** Whose a row is besides, and where they live or what they pay with. */
export const OF_SOMEBODY = new RegExp(
  `^(?:user|owner|author|account|customer|member|tenant|org|organi[sz]ation|company|patient|student|employee)(?:_?(?:id|uuid|ref))?$|address|card|token|${PERSONAL.source}`,
  "i",
);
