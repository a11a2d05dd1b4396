import { check } from "meteor/check";
import { Meteor } from "meteor/meteor";
import { Mongo } from "meteor/mongo";

const Tasks = new Mongo.Collection("tasks");

Meteor.methods({
  async "tasks.open"(id) {
    return Tasks.findOneAsync({ _id: id, shared: true }); // expect: injection
  },
  async "tasks.close"(id) {
    check(id, String);
    return Tasks.findOneAsync({ _id: id, shared: true }); // silent: it is a text
  },
});
