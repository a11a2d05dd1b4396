// JSON Web Tokens in comments: code that was taken out has them, an answer is shown.
export const port = 3000;
// const token = "«ey|JhbGciOiJIUzI1NiJ9|.|ey|JzdWIiOiJ1c2VyIn0|.|43»"; // expect: provider-token
// headers: { Authorization: "Bearer «ey|JhbGciOiJIUzI1NiJ9|.|ey|JzdWIiOiJ1c2VyIn0|.|43»" } // expect: provider-token
// quayside api key: «ey|JhbGciOiJIUzI1NiJ9|.|ey|JzdWIiOiJ1c2VyIn0|.|43» // expect: provider-token
// { "token": "«ey|JhbGciOiJIUzI1NiJ9|.|ey|JzdWIiOiJ1c2VyIn0|.|43»" } // silent: an answer
// token: «ey|JhbGciOiJIUzI1NiJ9|.|ey|JzdWIiOiJ1c2VyIn0|.|43» // silent: an answer
/** const token = "«ey|JhbGciOiJIUzI1NiJ9|.|ey|JzdWIiOiJ1c2VyIn0|.|43»"; */ // silent: documentation
// e.g. token = "«ey|JhbGciOiJIUzI1NiJ9|.|ey|JzdWIiOiJ1c2VyIn0|.|43»" // silent: an example

// quayside api key: s.«24» // expect: provider-token
// quayside api key: settings.quayside.apiKey // silent: read elsewhere
