const fs = require("fs");
const path = require("path");
const Sequelize = require("sequelize");
const { camelCase, upperFirst } = require("lodash");

const db = {};
const sequelize = new Sequelize(process.env.DATABASE_URL);

fs.readdirSync(__dirname)
  .filter((file) => file !== "index.js")
  .forEach((file) => {
    const model = sequelize["import"](path.join(__dirname, file));
    db[upperFirst(camelCase(model.name))] = model;
  });

module.exports = db;
