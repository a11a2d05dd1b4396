// Functions that a schema gives to its model, its documents and its queries. https://mongoosejs.com/docs/guide.html#methods

// file: user.js
const mongoose = require('mongoose');
const bcrypt = require('bcryptjs');
const jwt = require('jsonwebtoken');
const userSchema = new mongoose.Schema({ name: String, n: Number });
userSchema.methods.bump = async function () { this.n += 1; await this.save(); }; // effect: write mongodb User, set
userSchema.methods.tell = async function () { await this.model('User').find({}); return mongoose.model('User').findOne({}); }; // effect: read mongodb User
userSchema.statics.findByCredentials = async function (email, password) { const user = await this.findOne({ email }); if (!user) throw new Error('x'); return user; }; // effect: read mongodb User
userSchema.query.byName = function (name) { return this.where({ name }); };
userSchema.method('log', function () { return this.constructor.deleteOne({ _id: this._id }); }); // effect: write mongodb User, delete
userSchema.static({ purge() { return this.deleteMany({}); } }); // effect: write mongodb User, delete
class UserClass { async touch() { await this.updateOne({ n: 1 }); } static mk(d) { return this.create(d); } } // effect: write mongodb User, set // effect: write mongodb User, insert
userSchema.loadClass(UserClass);
const User = mongoose.model('User', userSchema);
module.exports = User;
// file: app.js
const express = require('express');
const User = require('./user');
const app = express();
app.post('/a', async (req, res) => { const doc = await User.findOne(); await doc.bump(); res.end(); }); // effect: read mongodb User
app.post('/b', async (req, res) => { const user = await User.findByCredentials(req.body.email, req.body.password); await user.bump(); res.end(); });
app.post('/c', async (req, res) => { const u = new User({}); await u.tell(); await u.log(); await u.touch(); await User.purge(); await User.mk({}); await User.find().byName('x').exec(); res.end(); }); // effect: read mongodb User
app.post('/d', async (req, res) => { const doc = await User.findOne(); doc.name = 'x'; await doc.save(); await doc.bump(); res.end(); }); // effect: read mongodb User // effect: write mongodb User, set
app.post('/e', async (req, res) => { const doc = await User.findOne(); await doc.deleteOne(); await doc.bump(); res.end(); }); // effect: read mongodb User // effect: write mongodb User, delete
