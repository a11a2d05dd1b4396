// A list of the row that was gone through gets what it lacks.
import express from "express";
import passport from "passport";
import { DataTypes, Sequelize } from "sequelize";
import { scanned } from "scanner";

const sequelize = new Sequelize("sqlite::memory:");
const Album = sequelize.define("Album", { size: DataTypes.INTEGER, files: DataTypes.JSON });
const app = express();
app.use(passport.authenticate("jwt", { session: false }));

app.post("/albums/:id/scan", async (req, res) => {
  const album: any = await Album.findOne({ where: { id: req.params.id, userId: req.user.id } });
  let added = await scanned(album.path);
  for (const file of album.files) added = added.filter((one: any) => one.path !== file.path);
  for (const file of added) album.files.push(file);
  await album.save(); // silent: what is there already is left out
  res.end();
});

app.post("/albums/:id/files", async (req, res) => {
  const album: any = await Album.findOne({ where: { id: req.params.id, userId: req.user.id } });
  album.files.push(req.body.file);
  await album.save(); // expect: unguarded-create
  res.end();
});
app.listen(3000);
