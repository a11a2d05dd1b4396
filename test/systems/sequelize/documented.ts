// https://sequelize.org/docs/v6/core-concepts/model-querying-basics/ · https://sequelize.org/docs/v6/core-concepts/model-instances/

// file: a.ts
import express from "express"; const app = express();
import { Sequelize, DataTypes, Model, QueryTypes, Op } from 'sequelize';
const sequelize = new Sequelize('postgres://x');
class User extends Model {}
User.init({ name: DataTypes.STRING, n: DataTypes.INTEGER }, { sequelize, modelName: 'User', tableName: 'users' });
const Foo = sequelize.define('Foo', { name: DataTypes.STRING });
Foo.hasMany(User); const Bars = Foo.hasMany(User, { as: 'bars' });
app.post('/', async (req, res) => {
  const jane = User.build({ name: 'Jane' }); await jane.save(); // effect: write database User, insert
  const j2 = await User.create({ name: 'x' }); // effect: write database User, insert
  await User.bulkCreate([{ name: 'x' }]); // effect: write database User, insert
  await User.bulkCreate([{ name: 'x' }], { updateOnDuplicate: ['name'] }); // effect: write database User, upsert
  await User.upsert({ id: 1, name: 'x' }); // effect: write database User, upsert
  await User.findOrCreate({ where: { name: 'x' }, defaults: {} }); // effect: write database User, upsert
  await User.findCreateFind({ where: { name: 'x' } }); // effect: write database User, upsert
  await User.findOrBuild({ where: { name: 'x' } }); // effect: read database User, read
  await User.update({ name: 'y' }, { where: { id: 1 } }); // effect: write database User, set
  await User.increment('n', { by: 1, where: { id: 1 } }); // effect: write database User, increment
  await User.increment({ n: 5 }, { where: { id: 1 } }); // effect: write database User, increment
  await User.decrement('n', { where: {} }); // effect: write database User, increment
  await User.destroy({ where: { id: 1 } }); // effect: write database User, delete
  await User.destroy({ truncate: true }); // effect: write database User, delete
  await User.truncate(); // effect: write database User, delete
  await User.restore({ where: {} }); // effect: write database User, set
  await User.findAll({ where: { [Op.or]: [] } }); // effect: read database User, read
  await User.findByPk(1); // effect: read database User, read
  await User.findOne(); // effect: read database User, read
  await User.findAndCountAll({}); // effect: read database User, read
  await User.count(); // effect: read database User, read
  await User.max('n'); // effect: read database User, read
  await User.sum('n'); // effect: read database User, read
  j2.set({ name: 'z' }); await j2.save(); // effect: write database User, set
  await j2.update({ name: 'q' }); // effect: write database User, set
  await j2.increment('n', { by: 2 }); // effect: write database User, increment
  await j2.decrement(['n']); // effect: write database User, increment
  await j2.destroy(); // effect: write database User, delete
  await j2.reload(); // effect: read database User, read
  await sequelize.query('UPDATE users SET n = 1'); // effect: write postgres users, set
  await sequelize.query('SELECT * FROM foo WHERE a = :a', { replacements: { a: 1 }, type: QueryTypes.SELECT }); // effect: read postgres foo
  await sequelize.transaction(async (t) => { await Foo.create({ name: 'x' }, { transaction: t }); }); // effect: write postgres Foo, insert
  const t = await sequelize.transaction(); await User.destroy({ where: { id: 2 }, transaction: t }); await t.commit(); // effect: write database User, delete
  await sequelize.models.User.findAll(); // effect: read postgres User
  const foo = await Foo.findOne(); // effect: read postgres Foo
  await foo.createBar({ name: 'b' }); // effect: write postgres User, insert
  await Foo.scope('x').findAll(); // effect: read postgres Foo
  res.end();
});
