// What is set to nothing first is counted anew, and what stands in parts of a list is no column of the row.
import express from "express";
import passport from "passport";
import { DataTypes, Sequelize } from "sequelize";

const sequelize = new Sequelize("sqlite::memory:");
const Album = sequelize.define("Album", { size: DataTypes.INTEGER, files: DataTypes.JSON });
const app = express();
app.use(passport.authenticate("jwt", { session: false }));

app.post("/albums/:id/scan", async (req, res) => {
  const album: any = await Album.findOne({ where: { id: req.params.id, userId: req.user.id } });
  album.size = 0;
  album.files.forEach((file: any) => {
    album.size += file.meta.size;
  });
  await album.save(); // silent: it began at nothing
  res.end();
});

app.post("/albums/:id/sum", async (req, res) => {
  const album: any = await Album.findOne({ where: { id: req.params.id, userId: req.user.id } });
  let size = 0;
  album.files.forEach((file: any) => {
    size += file.meta.size;
  });
  album.size = size;
  await album.save(); // silent: the sizes are those of the files
  res.end();
});

app.post("/albums/:id/add", async (req, res) => {
  const album: any = await Album.findOne({ where: { id: req.params.id, userId: req.user.id } });
  album.size += 10;
  await album.save(); // expect: unguarded-increment
  res.end();
});
app.listen(3000);
