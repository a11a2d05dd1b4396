import { exec, execFile, execSync, spawn } from "node:child_process";
import { promisify } from "node:util";
import vm from "node:vm";
import express from "express";
import { quote } from "shell-quote";
import shell from "shelljs";

const app = express();
const run = promisify(exec);
const runFile = promisify(execFile);

app.post("/thumbnail", (req, res) => {
  exec(`convert ${req.body.file} small.png`, () => res.sendStatus(204)); // expect: injection
  // ~ puts "file" of the request into a command that a shell reads
});
app.post("/ping", async (req, res) => {
  if (!req.body.host) return res.sendStatus(400);
  const { stdout } = await run("ping -c 1 " + req.body.host); // expect: injection
  res.send(stdout);
});
app.post("/sync", (req, res) => {
  res.send(execSync(`git log ${req.query.branch}`)); // expect: injection
});
app.post("/spawn", (req, res) => {
  spawn("convert", [req.body.file], { shell: true }); // expect: injection
  res.sendStatus(204);
});
app.post("/sh", (req, res) => {
  spawn("sh", ["-c", `cat ${req.body.file}`]); // expect: injection
  res.sendStatus(204);
});
app.post("/shelljs", (req, res) => {
  shell.exec(`tar xf ${req.body.file}`); // expect: injection
  res.sendStatus(204);
});
app.post("/sum", (req, res) => {
  res.json(eval(req.body.formula)); // expect: injection
});
app.post("/function", (req, res) => {
  res.json(new Function("x", `return ${req.body.formula}`)(5)); // expect: injection
});
app.post("/vm", (req, res) => {
  res.json(vm.runInNewContext(req.body.formula, {})); // expect: injection
});
app.post("/script", (req, res) => {
  const script = new vm.Script(req.body.formula); // expect: injection
  res.json(script.runInNewContext({}));
});

app.post("/list", async (req, res) => {
  await runFile("convert", [req.body.file, "small.png"]); // silent: arguments in a list
  execFile("convert", [req.body.file]); // silent: arguments in a list
  spawn("convert", [req.body.file]); // silent: arguments in a list
  res.sendStatus(204);
});
app.post("/fixed", (req, res) => {
  exec("git pull"); // silent: nothing of the request
  exec(`git checkout ${process.env.BRANCH}`); // silent: a setting
  res.sendStatus(204);
});
app.post("/number", (req, res) => {
  exec(`sleep ${Number(req.body.seconds)}`); // silent: a number
  exec(`sleep ${parseInt(req.body.seconds, 10)}`); // silent: a number
  res.sendStatus(204);
});
app.post("/quoted", (req, res) => {
  exec(quote(["cat", req.body.file])); // silent: quoted for the shell
  res.sendStatus(204);
});
app.post("/chosen", (req, res) => {
  if (!["start", "stop"].includes(req.body.action)) return res.sendStatus(400);
  exec(`systemctl ${req.body.action} shop`); // silent: compared with a list
  res.sendStatus(204);
});
app.post("/cleaned", (req, res) => {
  exec(`cat ${req.body.file.replace(/[^a-z]/g, "")}`); // silent: nothing but letters is left
  res.sendStatus(204);
});
app.post("/pattern", (req, res) => {
  const match = /^(\d+)\+(\d+)$/.exec(req.body.formula);
  res.json(Number(match[1]) + Number(match[2])); // silent: nothing is run
});
app.post("/own", (req, res) => {
  res.json(new Function("x", "return x + 1")(req.body.x)); // silent: the program is the code's own
});
