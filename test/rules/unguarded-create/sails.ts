// Sails: what a check asks of one row says nothing of a repeat where only another column is written.

// file: package.json
{ "dependencies": { "sails": "1.5.0" } }
// file: config/routes.js
module.exports.routes = {
  "POST /letters/:id/pages": "pages/create",
  "POST /letters/:id/seal": "pages/seal",
};
// file: api/hooks/queries/index.js
module.exports = (sails) => ({ initialize: async () => require("./assign")("qm") });
// file: api/hooks/queries/models/Letter.js
module.exports = {
  getOneById: (id) => Letter.findOne(id),
  updateOne: (criteria, values) => Letter.updateOne(criteria).set({ ...values }),
};
// file: api/models/Letter.js
module.exports = { attributes: { deskId: { model: "desk" }, cover: { type: "string" }, state: { type: "string" } } };
// file: api/models/Page.js
module.exports = { attributes: { letterId: { model: "letter" }, text: { type: "string" } } };
// file: api/models/Desk.js
module.exports = { attributes: { state: { type: "string" } } };
// file: api/helpers/letters/change.js
module.exports = {
  inputs: { record: { type: "ref" }, given: { type: "json" } },
  async fn(inputs) {
    const { isShown, ...values } = inputs.given;
    if (inputs.record.deskId === "desk-1") {
      values.shade = inputs.record.cover ? "grey" : "white";
    } else values.shade = null;
    if (values.cover) values.width = 80;
    await Letter.qm.updateOne(inputs.record.id, values);
  },
};
// file: api/controllers/pages/create.js
module.exports = {
  inputs: { id: { type: "string" }, text: { type: "string" } },
  exits: { closed: { responseType: "forbidden" } },
  async fn(inputs) {
    const letter = await Letter.qm.getOneById(inputs.id);
    const desk = await Desk.findOne({ id: letter.deskId });
    if (desk.state !== "open") throw "closed";
    const page = await Page.create({ letterId: letter.id, text: inputs.text }).fetch(); // expect: unguarded-create
    await sails.helpers.letters.change(letter, { cover: inputs.text });
    return page;
  },
};
// file: api/controllers/pages/seal.js
module.exports = {
  inputs: { id: { type: "string" }, text: { type: "string" } },
  exits: { sealed: { responseType: "forbidden" } },
  async fn(inputs) {
    const letter = await Letter.qm.getOneById(inputs.id);
    if (letter.state === "sealed") throw "sealed";
    await Page.create({ letterId: letter.id, text: inputs.text }); // silent: the letter is sealed then
    await Letter.qm.updateOne(letter.id, { state: "sealed" });
  },
};
