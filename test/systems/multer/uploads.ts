// Files of a form are stored while it is read: by middleware in the chain, or where the handler runs it.
import express from "express";
import multer from "multer";
import multerS3 from "multer-s3";

const app = express();
const onDisk = multer({
  storage: multer.diskStorage({
    destination: (req, file, done) => done(null, "uploads/"),
    filename: (req, file, done) => done(null, `${Date.now()}-${file.originalname}`),
  }),
});
const inBucket = multer({ storage: multerS3({ s3: client, bucket: "photos" }) });
const inMemory = multer({ storage: multer.memoryStorage() });
const single = multer({ dest: "uploads/" }).single("photo");

app.post("/photos", onDisk.single("photo"), (req, res) => res.json(req.file.path)); // entry: POST /photos // effect: write local-files files, insert
app.post("/albums", inBucket.array("photos"), (req, res) => res.json(req.files)); // entry: POST /albums // effect: write multer-s3 files, insert
app.post("/read", inMemory.single("photo"), (req, res) => res.json(req.file.size)); // entry: POST /read
app.post("/faces", (req, res) => { // entry: POST /faces
  single(req, res, (error) => { // effect: write local-files files, insert
    if (error) return res.status(400).json({ error: error.message });
    res.json({ path: req.file.path });
  });
});
app.listen(3000);
