// Services whose parts stand in files of their own, in mixins, and on `this`.
// file: package.json
{ "name": "parcels", "dependencies": { "moleculer": "^0.14.32", "moleculer-web": "^0.10.7", "sequelize": "^6.37.0" } }
// file: gateway/service.js
const ApiGateway = require("moleculer-web");
module.exports = {
  mixins: [ApiGateway],
  settings: { routes: [{ path: "/api", aliases: { "POST parcels": "parcels.create", "DELETE parcels/:id": "parcels.drop" } }] },
};
// file: parcels/model.js
module.exports = (sequelize, types) => sequelize.define("Parcel", { code: types.STRING });
// file: parcels/create.js
module.exports = {
  params: { code: "string" },
  async handler(ctx) { // entry: POST /api/parcels
    return this.add(ctx.params.code);
  },
};
// file: mixins/signed-in.js
const { Errors } = require("moleculer");
module.exports = {
  hooks: { before: { "*": ["askWho"], "drop|clear": [(ctx) => { if (ctx.meta.user.rank !== "chief") throw new Error("chiefs only"); }] } }, // guard: authentication handler
  methods: {
    askWho(ctx) {
      if (!ctx.meta.user) throw new Errors.MoleculerClientError("sign in", 401); // guard: authentication askWho
    },
  },
  actions: {
    ping: () => "pong", // entry: CALL parcels.ping
  },
};
// file: parcels/service.js
const { Sequelize, DataTypes } = require("sequelize");
const signedIn = require("../mixins/signed-in");
const makeParcel = require("./model");
const create = require("./create");
module.exports = {
  name: "parcels",
  mixins: [signedIn],
  actions: {
    create: { ...create },
    async drop(ctx) { // entry: DELETE /api/parcels/:id
      await this.Parcel.destroy({ where: { id: ctx.params.id } }); // effect: write mysql Parcel, delete, safe, from DELETE /api/parcels/:id
    },
  },
  methods: {
    add(code) {
      return this.Parcel.create({ code }); // effect: write mysql Parcel, insert, unsafe, from POST /api/parcels
    },
  },
  async created() {
    this.sequelize = new Sequelize("mysql://parcels");
    this.Parcel = makeParcel(this.sequelize, DataTypes);
  },
};
