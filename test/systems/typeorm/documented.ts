// https://typeorm.io/docs/working-with-entity-manager/repository-api/ · https://typeorm.io/docs/advanced-topics/transactions/

// file: a.ts
import express from "express"; const app = express();
import { Entity, PrimaryGeneratedColumn, Column, DataSource, Repository, EntityManager, BaseEntity, In, getRepository, getManager, createConnection, InjectRepository } from 'typeorm';
@Entity() class Photo { @PrimaryGeneratedColumn() id: number; @Column() name: string; @Column() views: number; }
@Entity('users') class User extends BaseEntity { @PrimaryGeneratedColumn() id: number; @Column() name: string; }
const ds = new DataSource({ type: 'postgres', entities: [Photo, User] });
const repo = ds.getRepository(Photo);
const custom = ds.getRepository(Photo).extend({ findByName(n: string) { return this.findOneBy({ name: n }); } }); // effect: read postgres Photo
app.post('/', async (req, res) => {
  const p = new Photo(); p.name = 'x';
  await repo.save(p); // effect: write postgres Photo, insert
  await ds.manager.save(p); // effect: write postgres Photo, insert
  await ds.manager.save(Photo, p); // effect: write postgres Photo, insert
  await repo.insert({ name: 'x' }); // effect: write postgres Photo, insert
  await repo.update(1, { name: 'y' }); // effect: write postgres Photo, set
  await repo.update({ id: 1 }, { name: 'y' }); // effect: write postgres Photo, set
  await repo.upsert([{ id: 1, name: 'x' }], ['id']); // effect: write postgres Photo, upsert
  await repo.remove(p); // effect: write postgres Photo, delete
  await repo.delete(1); // effect: write postgres Photo, delete
  await repo.softDelete(1); // effect: write postgres Photo
  await repo.softRemove(p); // effect: write postgres Photo
  await repo.restore(1); // effect: write postgres Photo
  await repo.recover(p); // effect: write postgres Photo
  await repo.increment({ id: 1 }, 'views', 1); // effect: write postgres Photo, increment
  await repo.decrement({ id: 1 }, 'views', 1); // effect: write postgres Photo, increment
  await repo.clear(); // effect: write postgres Photo, delete
  await repo.find({ where: {} }); // effect: read postgres Photo
  await repo.findBy({}); // effect: read postgres Photo
  await repo.findAndCount(); // effect: read postgres Photo
  await repo.findOne({ where: { id: 1 } }); // effect: read postgres Photo
  await repo.findOneBy({ id: 1 }); // effect: read postgres Photo
  await repo.findOneOrFail({ where: { id: 1 } }); // effect: read postgres Photo
  await repo.exists({ where: {} }); // effect: read postgres Photo
  await repo.existsBy({ id: 1 }); // effect: read postgres Photo
  await repo.count(); // effect: read postgres Photo
  await repo.countBy({}); // effect: read postgres Photo
  await repo.sum('views', {}); // effect: read postgres Photo
  await repo.average('views', {}); // effect: read postgres Photo
  await repo.query('SELECT * FROM photo'); // effect: read postgres photo
  await ds.query('UPDATE photo SET name = $1', ['x']); // effect: write postgres photo, set
  await ds.createQueryBuilder().insert().into(Photo).values([{ name: 'x' }]).execute(); // effect: write postgres Photo, insert
  await ds.createQueryBuilder().insert().into(Photo).values({ name: 'x' }).orUpdate(['name'], ['id']).execute(); // effect: write postgres Photo, upsert
  await ds.createQueryBuilder().insert().into(Photo).values({ name: 'x' }).orIgnore().execute(); // effect: write postgres Photo
  await ds.createQueryBuilder().update(Photo).set({ name: 'x' }).where('id = :id', { id: 1 }).execute(); // effect: write postgres Photo, set
  await ds.createQueryBuilder().update(Photo).set({ views: () => 'views + 1' }).execute(); // effect: write postgres Photo, increment
  await ds.createQueryBuilder().delete().from(Photo).where('id = :id', { id: 1 }).execute(); // effect: write postgres Photo, delete
  await repo.createQueryBuilder('photo').leftJoinAndSelect('photo.x', 'x').where('photo.id = :id', { id: 1 }).getMany(); // effect: read postgres Photo, read
  await repo.createQueryBuilder().softDelete().where('id = 1').execute(); // effect: write postgres Photo
  await repo.createQueryBuilder().update().set({ name: 'x' }).execute(); // effect: write postgres Photo, set
  await ds.createQueryBuilder().relation(Photo, 'tags').of(1).add(2); // effect: write postgres Photo
  await ds.transaction(async (manager) => { await manager.save(Photo, p); await manager.getRepository(Photo).delete(1); }); // effect: write postgres Photo, insert // effect: write postgres Photo, delete
  await ds.transaction('SERIALIZABLE', async (m: EntityManager) => { await m.insert(Photo, {}); await m.increment(Photo, {}, 'views', 1); }); // effect: write postgres Photo, insert // effect: write postgres Photo, increment
  const qr = ds.createQueryRunner(); await qr.connect(); await qr.startTransaction();
  await qr.manager.save(p); // effect: write postgres Photo, insert
  await qr.query('DELETE FROM users'); // effect: write postgres users, delete
  await qr.commitTransaction();
  const u = new User(); u.name = 'x'; await u.save(); // effect: write database users, insert
  await User.find(); // effect: read database users
  await User.findOneBy({ id: 1 }); // effect: read database users
  await User.update(1, { name: 'x' }); // effect: write database users, set
  await User.delete(1); // effect: write database users, delete
  await User.create({ name: 'x' }).save(); // effect: write database users, insert
  await User.insert({ name: 'x' }); // effect: write database users, insert
  await User.createQueryBuilder().where('id = 1').getOne(); // effect: read database users
  await u.remove(); // effect: write database users, delete
  await u.softRemove(); // effect: write database users
  await custom.findByName('x');
  await getRepository(User).save({ name: 'x' }); // effect: write database users, insert
  await getManager().find(User); // effect: read database users
  res.end();
});
