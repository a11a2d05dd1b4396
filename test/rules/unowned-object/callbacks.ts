import express from "express";
import mysql from "mysql2";

const db = mysql.createConnection({});
const app = express();

function signedIn(req, res, next) {
  db.query("SELECT * FROM sessions WHERE token = ?", [req.headers.authorization], (err, rows) => {
    if (err) return res.status(500).end();
    if (rows.length === 0) return res.status(401).json({ error: "sign in" });
    req.user = rows[0];
    next();
  });
}

app.post("/notes", signedIn, (req, res) => {
  db.query("INSERT INTO notes (user_id, text) VALUES (?, ?)", [req.user.id, req.body.text], (err, rows) => res.json(rows));
});
app.delete("/notes/:id", signedIn, (req, res) => {
  db.query("DELETE FROM notes WHERE id = ?", [req.params.id], (err, rows) => res.json(rows)); // expect: unowned-object
});
app.put("/notes/:id", signedIn, (req, res) => { // silent: loaded, compared, stored
  db.query("SELECT * FROM notes WHERE id = ?", [req.params.id], (err, rows) => {
    if (err) return res.sendStatus(500);
    if (rows[0].user_id !== req.user.id) return res.sendStatus(403);
    db.query("UPDATE notes SET text = ? WHERE id = ?", [req.body.text, req.params.id], (error, done) => res.json(done));
  });
});
app.get("/notes/:id", signedIn, (req, res) => { // silent: the caller's own
  db.query("SELECT * FROM notes WHERE id = ? AND user_id = ?", [req.params.id, req.user.id], (err, rows) => {
    if (err) throw err;
    res.json(rows);
  });
});
