// Functions that a hook puts on models, transactions, and what is done with rows that were found.

// file: config/routes.js
module.exports.routes = { "POST /buoys": "buoys/create", "DELETE /buoys/:id": "buoys/delete", "PATCH /buoys/:id": "buoys/update" };
// file: config/globals.js
module.exports.globals = { _: require("lodash") };
// file: api/hooks/query-methods/index.js
const fs = require("fs");
const path = require("path");
module.exports = function defineQueryMethodsHook(sails) {
  return {
    initialize: async () => {
      const found = Object.fromEntries(
        fs.readdirSync(path.join(__dirname, "models")).map((name) => [path.parse(name).name, require(path.join(__dirname, "models", name))]),
      );
      _(sails.models).forEach((Model) => Object.assign(Model, { qm: found[Model.globalId] }));
    },
  };
};
// file: api/hooks/query-methods/models/Buoy.js
const defaultFind = (criteria, { sort = "id" } = {}) => Buoy.find(criteria).sort(sort); // effect: read database buoy, read

const createOne = (values) =>
  sails.getDatastore().transaction(async (db) => {
    const buoy = await Buoy.create({ ...values }).fetch().usingConnection(db); // effect: write database buoy, insert, unsafe
    await sails.sendNativeQuery("UPDATE harbour SET buoys = buoys + 1 WHERE id = $1", [buoy.harbourId]).usingConnection(db); // effect: write database harbour, increment, unsafe
    return buoy;
  });
const deleteOne = (criteria) =>
  sails.getDatastore().transaction(async (db) => {
    const buoy = await Buoy.destroyOne(criteria).usingConnection(db); // effect: write database buoy, delete
    await sails.sendNativeQuery("UPDATE harbour SET buoys = buoys - $2 WHERE id = $1", [buoy.harbourId, buoy.size]).usingConnection(db); // effect: write database harbour, increment, safe
    return buoy;
  });
const updateOne = (criteria, values) => {
  if (!_.isUndefined(values.isLit))
    return sails.getDatastore().transaction((db) => Buoy.updateOne(criteria).set({ ...values }).usingConnection(db)); // effect: write database buoy, set, safe
  return Buoy.updateOne(criteria).set({ ...values }); // effect: write database buoy, set, safe
};
module.exports = { createOne, deleteOne, updateOne, getByHarbourId: (harbourId) => defaultFind({ harbourId }) };
// file: api/hooks/query-methods/models/Berth.js
module.exports = {
  createOne: (values) => Berth.create({ ...values }).fetch(), // effect: write database berth, insert, safe
};
// file: api/models/Buoy.js
module.exports = { Colours: ["red", "green"], attributes: { harbourId: { model: "harbour" }, colour: { type: "string" }, size: { type: "number" } } };
// file: api/models/Berth.js
module.exports = { tableName: "berth_place", attributes: { harbourId: { model: "harbour", columnName: "harbour_id" }, number: { type: "number", columnName: "berth_number" } } };
// file: db/migrations/1_berths.js
module.exports.up = async (knex) => {
  await knex.schema.createTable("berth_place", (table) => {
    table.bigInteger("id").primary();
    table.bigInteger("harbour_id").notNullable();
    table.integer("berth_number").notNullable();
    table.unique(["harbour_id", "berth_number"]);
  });
};
// file: api/controllers/buoys/create.js
module.exports = {
  fn: async (inputs) => {
    const others = await Buoy.qm.getByHarbourId(inputs.harbourId);
    const red = others.filter((one) => one.colour === Buoy.Colours[0]);
    await Buoy.qm.createOne({ colour: red.length > 0 ? "green" : "red", harbourId: inputs.harbourId });
    return Berth.qm.createOne({ harbourId: inputs.harbourId, number: inputs.number });
  },
};
// file: api/controllers/buoys/delete.js
module.exports = { fn: async (inputs) => Buoy.qm.deleteOne({ id: inputs.id }) };
// file: api/controllers/buoys/update.js
module.exports = {
  fn: async (inputs) => {
    await Buoy.qm.updateOne({ id: inputs.id }, { colour: inputs.colour });
    const harbour = await Harbour.findOne(inputs.harbourId).populate("largest"); // effect: read database harbour, read
    await Buoy.updateOne(harbour.largest.id).set({ size: harbour.largest.size + 1 }); // effect: write database buoy, set, unsafe
  },
};
// file: api/models/Harbour.js
module.exports = { attributes: { largest: { model: "buoy" } } };
