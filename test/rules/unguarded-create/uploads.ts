// Each upload gets a name of its own: sent twice, the file is there twice.
import express from "express";
import multer from "multer";

const app = express();
const onDisk = multer({
  storage: multer.diskStorage({
    destination: (req, file, done) => done(null, "uploads/"),
    filename: (req, file, done) => done(null, `${Date.now()}-${file.originalname}`),
  }),
});
const inMemory = multer({ storage: multer.memoryStorage() });

app.post("/photos", onDisk.single("photo"), (req, res) => res.json(req.file.path)); // expect: unguarded-create
app.post("/sizes", inMemory.single("photo"), (req, res) => res.json(req.file.size)); // silent: gone with the request
app.listen(3000);
