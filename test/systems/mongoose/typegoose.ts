// https://typegoose.github.io/typegoose/docs/api/functions/getModelForClass/
import { getModelForClass, index, pre, prop } from "@typegoose/typegoose";
import express from "express";

@index({ name: "text" })
@pre<Boat>("save", function () {
  this.name = this.name.trim();
})
class Boat {
  @prop({ required: true })
  public name!: string;
}
const BoatModel = getModelForClass(Boat);
const app = express();
app.post("/boats", async (req, res) => {
  const known = await BoatModel.findOne({ name: String(req.body.name) }); // effect: read mongodb Boat, read
  if (known) return res.status(409).end();
  await BoatModel.create({ name: String(req.body.name) }); // effect: write mongodb Boat, insert
  const boat = new BoatModel({ name: "spare" });
  await boat.save(); // effect: write mongodb Boat, insert
  res.json({});
});
app.listen(3000);
