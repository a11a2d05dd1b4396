// The service has one tenant, which the code names: a role in it is a role in the service, and no tie to any row.
import express from "express";
import { expressjwt } from "express-jwt";
import { DataTypes, Sequelize } from "sequelize";

const sequelize = new Sequelize(process.env.DATABASE_URL as string);
const tenant = sequelize.define("tenant", { name: DataTypes.STRING });
const user = sequelize.define("user", { email: DataTypes.STRING, password: DataTypes.STRING });
const membership = sequelize.define("membership", { userId: DataTypes.UUID, tenantId: DataTypes.UUID, roles: DataTypes.JSON });
const chart = sequelize.define("chart", { title: DataTypes.STRING, tenantId: DataTypes.UUID });
const app = express();

app.post("/sign-up", async (req, res) => {
  await user.create({ email: req.body.email, password: req.body.password });
  res.sendStatus(201);
});

app.use(expressjwt({ secret: process.env.KEY as string, algorithms: ["HS256"] }));
app.use(async (req: any, res, next) => {
  req.tenant = await tenant.findByPk("875c38bd-2b1b-4e91-ad07-0cfbabb4c49f");
  req.memberships = await membership.findAll({ where: { userId: req.auth.id } });
  next();
});

function rolesOf(req: any): readonly string[] {
  const own = req.auth.tenants.find((one) => one.tenant.id === req.tenant.id);
  if (!own) return [];
  return own.roles;
}

function mayEdit(req: any, res: express.Response, next: express.NextFunction) {
  const allowed = rolesOf(req).filter((role) => ["editor", "writer"].includes(role));
  if (allowed.length === 0) return res.sendStatus(403);
  next();
}

app.get("/charts", mayEdit, async (req: any, res) => {
  res.json(await chart.findAll({ where: { tenantId: req.tenant.id } }));
});
app.get("/charts/:id", mayEdit, async (req: any, res) => {
  res.json(await chart.findOne({ where: { id: req.params.id, tenantId: req.tenant.id } }));
});
app.patch("/charts/:id", mayEdit, async (req: any, res) => {
  await chart.update({ title: req.body.title }, { where: { id: req.params.id, tenantId: req.tenant.id } });
  res.sendStatus(204);
});
app.delete("/charts/:id", mayEdit, async (req, res) => {
  await chart.destroy({ where: { id: req.params.id } }); // silent: there is no other tenant
  res.sendStatus(204);
});
