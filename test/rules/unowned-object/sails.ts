// Sails: the user comes from a hook, rows from functions that another hook puts on the models.

// file: package.json
{ "dependencies": { "sails": "1.5.0", "jsonwebtoken": "9.0.0" } }
// file: config/routes.js
module.exports.routes = {
  "GET /api/letters/:id": "letters/show",
  "PATCH /api/letters/:id": "letters/update",
  "DELETE /api/letters/:id": "letters/delete",
  "DELETE /api/harbours/:id": "harbours/delete",
};
// file: config/policies.js
module.exports.policies = { "*": "is-authenticated" };
// file: api/policies/is-authenticated.js
module.exports = async (req, res, proceed) => (req.currentUser ? proceed() : res.unauthorized());
// file: api/hooks/current-user/index.js
const jwt = require("jsonwebtoken");
module.exports = function defineCurrentUserHook(sails) {
  return {
    routes: {
      before: {
        "/api/*": async function (req, res, next) {
          try {
            const { sub } = jwt.verify(req.headers.authorization, process.env.SECRET);
            const user = await User.findOne({ id: sub });
            if (user.language) req.setLocale(user.language);
            req.currentUser = user;
          } catch (error) {
            return next();
          }
          return next();
        },
      },
    },
  };
};
// file: api/hooks/queries/index.js
module.exports = (sails) => ({ initialize: async () => require("./assign")("qm") });
// file: api/hooks/queries/models/Letter.js
module.exports = {
  getOneById: (id, { userId } = {}) => {
    const criteria = { id };
    if (userId) criteria.userId = userId;
    return Letter.findOne(criteria);
  },
  updateOne: (criteria, values) => Letter.updateOne(criteria).set({ ...values }),
  deleteOne: (criteria) => Letter.destroyOne(criteria),
};
// file: api/models/Letter.js
module.exports = { attributes: { userId: { model: "User" }, text: { type: "string" } } };
// file: api/models/Harbour.js
module.exports = { attributes: { name: { type: "string" } } };
// file: api/models/User.js
module.exports = { Roles: { ADMIN: "admin" }, attributes: { email: { type: "string" }, password: { type: "string" }, role: { type: "string" } } };
// file: api/controllers/letters/show.js
module.exports = {
  inputs: { id: { type: "string" } },
  exits: { letterNotFound: { responseType: "notFound" } },
  async fn(inputs) {
    const letter = await Letter.qm.getOneById(inputs.id, { userId: this.req.currentUser.id }); // silent: the caller's own
    if (!letter) throw "letterNotFound";
    return letter;
  },
};
// file: api/controllers/letters/update.js
module.exports = {
  inputs: { id: { type: "string" }, text: { type: "string" } },
  exits: { letterNotFound: { responseType: "notFound" } },
  async fn(inputs) { // expect: unowned-object
    // ~ changes letter by "id"
    const letter = await Letter.qm.getOneById(inputs.id);
    if (!letter) throw "letterNotFound";
    // The row that was found is changed by its id alone.
    return Letter.qm.updateOne(letter.id, { text: inputs.text });
  },
};
// file: api/controllers/letters/delete.js
module.exports = {
  inputs: { id: { type: "string" } },
  exits: { letterNotFound: { responseType: "notFound" } },
  async fn(inputs) {
    const letter = await Letter.qm.getOneById(inputs.id);
    if (!letter || letter.userId !== this.req.currentUser.id) throw "letterNotFound";
    await Letter.qm.deleteOne(letter.id); // silent: it was compared
  },
};
// file: api/controllers/harbours/delete.js
module.exports = {
  inputs: { id: { type: "string" } },
  exits: { noRight: { responseType: "forbidden" } },
  async fn(inputs) {
    if (this.req.currentUser.role !== User.Roles.ADMIN) throw { noRight: "Not enough rights" };
    await Harbour.destroyOne({ id: inputs.id }); // silent: administrators
  },
};
