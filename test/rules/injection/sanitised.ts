// file: package.json
{ "dependencies": { "express": "^5.0.0", "mongoose": "^8.0.0" } }
// file: src/database.ts
import mongoose from "mongoose";
mongoose.set("sanitizeFilter", true);
// file: src/app.ts
import express from "express";
import mongoose from "mongoose";
import "./database";

const app = express();
const User = mongoose.model("User", new mongoose.Schema({ email: String }));

app.post("/login", async (req, res) => {
  res.json(await User.findOne({ email: req.body.email })); // silent: Mongoose takes operators out
});
