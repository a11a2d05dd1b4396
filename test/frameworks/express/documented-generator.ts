// https://expressjs.com/en/guide/routing.html · https://expressjs.com/en/5x/api.html · https://developer.mozilla.org/en-US/docs/Learn/Server-side/Express_Nodejs

// file: bin/www
// file: package.json
{ "name": "gen", "scripts": { "start": "node ./bin/www" }, "dependencies": { "express": "~4.16.1" } }
// file: app.js
var createError = require('http-errors');
var express = require('express');
var path = require('path');
var cookieParser = require('cookie-parser');
var logger = require('morgan');
var indexRouter = require('./routes/index');
var usersRouter = require('./routes/users');
const catalogRouter = require("./routes/catalog");
var app = express();
app.use(logger('dev'));
app.use(express.json());
app.use(express.static(path.join(__dirname, 'public')));
app.use('/', indexRouter);
app.use('/users', usersRouter);
app.use("/catalog", catalogRouter);
app.use(function(req, res, next) { next(createError(404)); });
app.use(function(err, req, res, next) { res.status(err.status || 500); res.render('error'); });
module.exports = app;
// file: routes/index.js
var express = require('express');
var router = express.Router();
router.get('/', function(req, res, next) { res.render('index', { title: 'Express' }); }); // entry: GET /
module.exports = router;
// file: routes/users.js
var express = require('express');
var router = express.Router();
router.get('/', function(req, res, next) { res.send('respond with a resource'); }); // entry: GET /users
module.exports = router;
// file: routes/catalog.js
const express = require("express");
const router = express.Router();
const book_controller = require("../controllers/bookController");
router.get("/", book_controller.index); // entry: GET /catalog
router.get("/book/create", book_controller.book_create_get); // entry: GET /catalog/book/create
router.post("/book/create", book_controller.book_create_post); // entry: POST /catalog/book/create
router.post("/book/:id/delete", book_controller.book_delete_post); // entry: POST /catalog/book/:id/delete
router.post("/book/:id/update", book_controller.book_update_post); // entry: POST /catalog/book/:id/update
router.get("/books", book_controller.book_list); // entry: GET /catalog/books
module.exports = router;
// file: controllers/bookController.js
const Book = require("../models/book");
const asyncHandler = require("express-async-handler");
const { body, validationResult } = require("express-validator");
exports.index = asyncHandler(async (req, res, next) => {
  const [n, m] = await Promise.all([Book.countDocuments({}).exec(), Book.countDocuments({ status: "Available" }).exec()]); // effect: read mongodb Book
  res.render("index", {});
});
exports.book_list = asyncHandler(async (req, res, next) => {
  const allBooks = await Book.find({}, "title author").sort({ title: 1 }).populate("author").exec(); // effect: read mongodb Book
  res.render("book_list", { book_list: allBooks });
});
exports.book_create_get = asyncHandler(async (req, res, next) => { res.render("book_form", {}); });
exports.book_create_post = [
  (req, res, next) => { if (!Array.isArray(req.body.genre)) { req.body.genre = []; } next(); },
  body("title", "Title must not be empty.").trim().isLength({ min: 1 }).escape(),
  asyncHandler(async (req, res, next) => {
    const errors = validationResult(req);
    const book = new Book({ title: req.body.title });
    if (!errors.isEmpty()) { res.render("book_form", {}); return; }
    await book.save(); // effect: write mongodb Book, insert
    res.redirect(book.url);
  }),
];
exports.book_delete_post = asyncHandler(async (req, res, next) => {
  await Book.findByIdAndDelete(req.body.authorid); // effect: write mongodb Book, delete
  res.redirect("/catalog/authors");
});
exports.book_update_post = async function (req, res, next) {
  const thebook = await Book.findByIdAndUpdate(req.params.id, { title: req.body.title }, {}); // effect: write mongodb Book, set
  res.redirect(thebook.url);
};
// file: models/book.js
const mongoose = require("mongoose");
const Schema = mongoose.Schema;
const BookSchema = new Schema({ title: { type: String, required: true } });
BookSchema.virtual("url").get(function () { return `/catalog/book/${this._id}`; });
module.exports = mongoose.model("Book", BookSchema);
