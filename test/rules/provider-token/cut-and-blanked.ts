// Keys whose rest was blanked out, and what only looks like their beginning.
export const tokens = {
  blanked: "«xoxp-|12d|-|12d|-|12d|-»####################", // silent: blanked out
  page: "https://notes.shop.io/API-«32u»", // silent: a page
  csrfToken: "«40»", // silent: made anew for every form
  harborKey: "hrb_test_«32»", // expect: provider-token
  harborTestKey: "hrb_test_key_for_local_use", // silent: says so
};
export const picture = "«AIza|35»=="; // silent: somebody's base64
