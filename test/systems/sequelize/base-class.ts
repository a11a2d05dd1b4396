import express from "express";
import { Model, Sequelize } from "sequelize";

const sequelize = new Sequelize(process.env.DATABASE_URL!);

abstract class Named extends Model {
  declare publicId: string;
  static byName(publicId: string) {
    return this.findOne({ where: { publicId } }); // effect: read database Reel
  }
}
class Kite extends Named {}
Kite.init({}, { sequelize });
class Reel extends Named {}
Reel.init({}, { sequelize });

const app = express();
app.post("/kites", async (req, res) => {
  await Kite.create({ color: req.body.color }); // effect: write database Kite, insert
  const reel = await Reel.findByPk(req.body.reel); // effect: read database Reel
  await reel.destroy(); // effect: write database Reel, delete
  await Reel.byName(req.body.name);
  res.end();
});
