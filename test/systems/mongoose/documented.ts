// https://mongoosejs.com/docs/api/model.html · https://mongoosejs.com/docs/api/query.html · https://mongoosejs.com/docs/discriminators.html

// file: a.ts
import express from "express"; const app = express();
import mongoose, { Schema, model, connection } from 'mongoose';
const schema = new Schema({ name: String, n: Number }, { timestamps: true });
schema.statics.findByName = function (name) { return this.find({ name }); }; // effect: read mongodb Tank
schema.methods.bump = async function () { this.n += 1; await this.save(); }; // effect: write mongodb Tank
const Tank = mongoose.model('Tank', schema);
const Big = Tank.discriminator('Big', new Schema({ size: Number }));
app.post('/', async (req, res) => {
  const small = new Tank({ name: 'x' });
  await small.save(); // effect: write mongodb Tank, insert
  await Tank.create({ name: 'x' }); // effect: write mongodb Tank, insert
  await Tank.create([{ name: 'x' }], { session: null }); // effect: write mongodb Tank, insert
  await Tank.insertMany([{ name: 'x' }]); // effect: write mongodb Tank, insert
  await Tank.insertOne({ name: 'x' }); // effect: write mongodb Tank, insert
  await Tank.find({ name: 'x' }).where('n').gt(1).exec(); // effect: read mongodb Tank
  await Tank.findOne({}).lean(); // effect: read mongodb Tank
  await Tank.findById('x').select('name'); // effect: read mongodb Tank
  await Tank.exists({ name: 'x' }); // effect: read mongodb Tank
  await Tank.countDocuments({}); // effect: read mongodb Tank
  await Tank.estimatedDocumentCount(); // effect: read mongodb Tank
  await Tank.distinct('name'); // effect: read mongodb Tank
  await Tank.aggregate([{ $match: {} }]); // effect: read mongodb Tank
  await Tank.updateOne({ name: 'x' }, { n: 1 }); // effect: write mongodb Tank, set
  await Tank.updateOne({ name: 'x' }, { $set: { n: 1 } }, { upsert: true }); // effect: write mongodb Tank, upsert
  await Tank.updateMany({}, { $inc: { n: 1 } }); // effect: write mongodb Tank, increment
  await Tank.replaceOne({ name: 'x' }, { n: 1 }); // effect: write mongodb Tank, set
  await Tank.findOneAndUpdate({}, { $push: { a: 1 } }, { new: true }); // effect: write mongodb Tank, append
  await Tank.findOneAndReplace({}, {}); // effect: write mongodb Tank, set
  await Tank.findByIdAndUpdate('x', { n: 2 }); // effect: write mongodb Tank, set
  await Tank.findByIdAndDelete('x'); // effect: write mongodb Tank, delete
  await Tank.findOneAndDelete({}); // effect: write mongodb Tank, delete
  await Tank.deleteOne({ name: 'x' }); // effect: write mongodb Tank, delete
  await Tank.deleteMany({}); // effect: write mongodb Tank, delete
  await Tank.bulkWrite([{ insertOne: { document: { name: 'x' } } }]); // effect: write mongodb Tank
  await Tank.bulkSave([small]); // effect: write mongodb Tank
  const doc = await Tank.findOne(); // effect: read mongodb Tank
  doc.name = 'y'; await doc.save(); // effect: write mongodb Tank, set
  await doc.updateOne({ n: 5 }); // effect: write mongodb Tank, set
  await doc.deleteOne(); // effect: write mongodb Tank, delete
  await doc.bump();
  await Tank.findByName('x');
  await Big.create({ size: 1 }); // effect: write mongodb Big, insert
  await Tank.find().where({ a: 1 }).updateMany({ n: 1 }); // effect: write mongodb Tank, set // effect: read mongodb Tank
  const session = await mongoose.startSession();
  await session.withTransaction(async () => { await Tank.create([{ name: 'z' }], { session }); }); // effect: write mongodb Tank, insert
  await connection.transaction(async (s) => { await Tank.deleteOne({}).session(s); }); // effect: write mongodb Tank, delete
  for await (const d of Tank.find().cursor()) { console.log(d); } // effect: read mongodb Tank
  await Tank.collection.insertOne({ a: 1 }); // effect: write mongodb Tank, insert
  await mongoose.connection.db.collection('raw').insertOne({}); // effect: write mongodb raw, insert
  await mongoose.connection.collection('raw').deleteMany({}); // effect: write mongodb raw, delete
  res.end();
});
