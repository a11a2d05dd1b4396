// file: db.js
module.exports = require("@paralect/node-mongo").connect(process.env.MONGO);
// file: rooms.js
const db = require("./db");
const service = db.createService("rooms", { validate: () => true });
service.touch = async (_id) => service.atomic.update({ _id }, { $set: { seen: true } }); // effect: write mongodb rooms, set
module.exports = service;
// file: app.js
const Koa = require("koa");
const Router = require("@koa/router");
const rooms = require("./rooms");
const app = new Koa();
const router = new Router();
router.post("/rooms/:id", async (ctx) => {
  const room = await rooms.findOne({ _id: ctx.params.id }); // effect: read mongodb rooms, read
  await rooms.create({ name: ctx.request.body.name }); // effect: write mongodb rooms, insert
  await rooms.updateOne({ _id: room._id }, (old) => ({ ...old, name: ctx.request.body.name })); // effect: write mongodb rooms, set
  await rooms.atomic.update({ _id: room._id }, { $inc: { guests: 1 } }); // effect: write mongodb rooms, increment
  await rooms.remove({ _id: room._id }); // effect: write mongodb rooms, delete
  await rooms.touch(room._id);
  ctx.body = room;
});
app.use(router.routes());
