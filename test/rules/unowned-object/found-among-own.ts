// What the request names is looked for among what the caller has; whoever finds nothing there is refused.
import express from "express";
import passport from "passport";
import { DataTypes, Sequelize } from "sequelize";

const sequelize = new Sequelize("sqlite::memory:");
const Reading = sequelize.define("Reading", { userId: DataTypes.INTEGER, page: DataTypes.INTEGER });
const app = express();
app.use(passport.authenticate("jwt", { session: false }));

app.get("/readings", async (req, res) => {
  res.json(await Reading.findAll({ where: { userId: req.user.id } }));
});

app.delete("/readings/:id", async (req, res) => {
  const own = req.user.readings.find((reading) => reading.id === req.params.id);
  if (!own) return res.sendStatus(404);
  await Reading.destroy({ where: { id: req.params.id } }); // silent: it is one of the caller's
  res.end();
});

app.put("/readings/:id", async (req, res) => {
  const any = req.user.readings.find((reading) => reading.page > 3);
  if (!any) return res.sendStatus(404);
  await Reading.update({ page: 1 }, { where: { id: req.params.id } }); // expect: unowned-object
  res.end();
});

app.patch("/readings/:id", async (req, res) => {
  if (!req.user.canUpdate) return res.sendStatus(403);
  await Reading.update({ page: 1 }, { where: { id: req.params.id } }); // silent: they may
  res.end();
});
app.listen(3000);
