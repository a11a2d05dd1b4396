// Actions with a file of their own: `this.req`, exits, helpers, and what a hook binds ahead of them.

// file: package.json
{ "dependencies": { "sails": "1.5.0", "jsonwebtoken": "9.0.0" } }
// file: config/routes.js
module.exports.routes = {
  "GET /api/berths/:id": "berths/show",
  "DELETE /api/berths/:id": "berths/delete",
  "POST /api/berths": "berths/create",
  "GET /tides": "tides",
};
// file: config/policies.js
module.exports.policies = { "berths/*": "is-authenticated", tides: true };
// file: config/globals.js
module.exports.globals = { _: require("lodash"), models: true, sails: true };
// file: api/policies/is-authenticated.js
module.exports = async function (req, res, proceed) {
  if (!req.currentUser) { // guard: authentication is-authenticated
    return res.unauthorized();
  }
  return proceed();
};
// file: api/hooks/current-user/index.js
module.exports = function defineCurrentUserHook(sails) {
  const find = async (token) => {
    const { subject } = sails.helpers.utils.verifyToken(token);
    return User.findOne({ id: subject }); // effect: read database user, read, from GET /api/berths/:id
  };
  return {
    initialize: async () => {},
    routes: {
      before: {
        "/api/*": {
          async fn(req, res, next) {
            const { authorization } = req.headers;
            if (authorization) {
              const user = await find(authorization);
              if (user.language) req.setLocale(user.language);
              Object.assign(req, { currentUser: user });
            }
            return next();
          },
        },
      },
    },
  };
};
// file: api/helpers/utils/verify-token.js
const jwt = require("jsonwebtoken");
module.exports = {
  sync: true,
  inputs: { token: { type: "string", required: true } },
  fn({ token }) {
    return { subject: jwt.verify(token, process.env.SECRET).sub };
  },
};
// file: api/helpers/berths/find-by-id.js
module.exports = {
  inputs: { id: { type: "string" }, table: { type: "string", defaultsTo: "berths" } },
  exits: { gone: {} },
  fn: async function (inputs, exits) {
    const berth = await Berth.findOne(inputs.id); // effect: read database berth, read, from GET /api/berths/:id
    if (!berth) throw "gone";
    return exits.success(berth);
  },
};
// file: api/models/User.js
module.exports = { Roles: { ADMIN: "admin" }, attributes: { role: { type: "string" }, language: { type: "string" } } };
// file: api/models/Berth.js
module.exports = { attributes: { ownerId: { model: "user" } } };
// file: api/controllers/berths/show.js
module.exports = {
  inputs: { id: { type: "string" } },
  exits: { notFound: { responseType: "notFound" } },
  async fn({ id }) { // entry: GET /api/berths/:id
    const { currentUser } = this.req;
    const berth = await sails.helpers.berths.findById(id).intercept("gone", "notFound").timeout(100);
    if (berth.ownerId !== currentUser.id) { // guard: ownership inline check
      throw "notFound";
    }
    return berth;
  },
};
// file: api/controllers/berths/delete.js
module.exports = {
  inputs: { id: { type: "string" } },
  exits: { noRight: { responseType: "forbidden" } },
  async fn(inputs, exits) { // entry: DELETE /api/berths/:id
    if (this.req.currentUser.role !== User.Roles.ADMIN) { // guard: role inline check
      return exits.noRight();
    }
    const berth = await sails.helpers.berths.findById.with({ id: inputs.id }).tolerate("gone");
    // guard: dedupe inline check
    if (berth) await Berth.destroyOne({ id: berth.id }); // effect: write database berth, delete, from DELETE /api/berths/:id
  },
};
// file: api/controllers/berths/create.js
module.exports = {
  inputs: { length: { type: "number" } },
  exits: { tooLong: { responseType: "badRequest" } },
  fn: async function (inputs) { // entry: POST /api/berths
    if (inputs.length > 99) throw { tooLong: "No such ship" }; // guard: validation inline check
    await Berth.create({ ownerId: this.req.currentUser.id }); // effect: write database berth, insert, unsafe
  },
};
// file: api/controllers/tides.js
module.exports = async (req, res) => res.json({ high: true }); // entry: GET /tides
