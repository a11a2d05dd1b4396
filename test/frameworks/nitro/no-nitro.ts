// Another framework's folders may bear the same names: a bare function there is no handler of Nitro.

// file: package.json
{ "name": "kennels", "dependencies": { "sails": "1" } }
// file: server/api/policies/is-keeper.js
module.exports = async function isKeeper(req, res, proceed) {
  return req.session.keeper ? proceed() : res.forbidden();
};
// file: server/api/responses/gone.js
module.exports = function gone(message) {
  return this.res.status(410).send(message);
};
// file: site/package.json
{ "name": "site", "dependencies": { "nuxt": "4" } }
// file: site/nuxt.config.ts
export default defineNuxtConfig({ app: { baseURL: "/kennels/" } });
// file: site/server/api/dogs.get.ts
export default () => [{ name: "Bello" }]; // entry: GET /kennels/api/dogs
