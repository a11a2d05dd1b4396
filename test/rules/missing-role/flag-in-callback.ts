// A flag that a callback sets says what the callback asked; repositories come in one bag.
// file: repositories.ts
import { firestore } from "firebase-admin";
class Shifts {
  db: firestore.Firestore;
  constructor() {
    this.db = firestore();
  }
  rename(team: string, id: string, name: string) {
    return this.db.collection("teams").doc(team).collection("shifts").doc(id).update({ name });
  }
  remove(team: string, id: string) {
    return this.db.collection("teams").doc(team).collection("shifts").doc(id).delete();
  }
}
export const repositories = { shifts: new Shifts() };
// file: app.ts
import express from "express";
import { auth } from "firebase-admin";
import { repositories } from "./repositories";
const app = express();
app.use(async (req, res, next) => {
  const team = req.headers["x-team"];
  let roles = [];
  let teams = [];
  try {
    const told = await auth().verifyIdToken(req.headers.authorization);
    roles = told.roles;
    teams = told.teams;
  } catch {
    return res.sendStatus(401);
  }
  if (!teams.includes(team)) return res.sendStatus(401);
  res.locals = { ...repositories, team, roles };
  return next();
});
const allow = (allowed: string[]) => async (req, res, next) => {
  const { roles } = res.locals;
  let isAllowed = false;
  allowed.forEach((one) => {
    if (roles.includes(one)) {
      isAllowed = true;
    }
  });
  if (isAllowed) {
    return next();
  }
  return res.sendStatus(403);
};
app.put("/shifts/:id", allow(["PLANNER", "OWNER"]), async (req, res) => { // silent: a role is asked for
  const { shifts, team } = res.locals;
  res.json(await shifts.rename(team, req.params.id, req.body.name));
});
// expect: inconsistent-guard
app.delete("/shifts/:id", async (req, res) => { // expect: missing-role
  const { shifts, team } = res.locals;
  res.json(await shifts.remove(team, req.params.id));
});
