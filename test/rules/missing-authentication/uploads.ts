// Whoever may store files here: strangers, where neither the chain nor the handler asks who is calling.
import express from "express";
import multer from "multer";

const app = express();
const upload = multer({ dest: "uploads/" });

app.post("/photos", upload.single("photo"), (req, res) => res.json(req.file.path)); // expect: missing-authentication
app.post("/faces", upload.single("face"), (req, res) => { // silent: the handler asks
  if (!req.user) return res.sendStatus(401);
  res.json(req.file.path);
});
app.post("/scans", async (req, res) => {
  await new Promise((done) => upload.single("scan")(req, res, done)); // silent: it runs the middleware itself, and asks
  if (!req.user) return res.sendStatus(401);
  res.json(req.file.path);
});
app.post("/letters", upload.single("letter"), requireUser, (req, res) => res.json(req.file.path)); // silent: asked behind it
app.listen(3000);

function requireUser(req, res, next) {
  if (!req.user) return res.sendStatus(401);
  next();
}
