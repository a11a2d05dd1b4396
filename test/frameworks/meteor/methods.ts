// file: imports/api/tasks.ts
import { Meteor } from "meteor/meteor";
import { ValidatedMethod } from "meteor/mdg:validated-method";
import { Mongo } from "meteor/mongo";

export const Tasks = new Mongo.Collection("tasks");

Meteor.methods({
  // entry: CALL tasks.insert
  "tasks.insert"(text) {
    if (!this.userId) throw new Meteor.Error("not-authorized"); // guard: authentication inline check
    Tasks.insert({ text, owner: this.userId }); // effect: write mongodb tasks, insert
  },
  // entry: CALL tasks.remove
  async "tasks.remove"(id) {
    await Tasks.removeAsync(id); // effect: write mongodb tasks, delete
  },
  // entry: CALL tasks.rename
  async "tasks.rename"(id, text) {
    const user = await Meteor.userAsync();
    if (!user) throw new Meteor.Error("not-authorized"); // guard: authentication inline check
    await Tasks.updateAsync({ _id: id, owner: user._id }, { $set: { text } }); // effect: write mongodb tasks, set
  },
});

// entry: SUBSCRIBE tasks
Meteor.publish("tasks", function () {
  return Tasks.find({ owner: this.userId }); // effect: read mongodb tasks, read
});

export const archive = new ValidatedMethod({
  name: "tasks.archive",
  validate: null,
  // entry: CALL tasks.archive
  run({ id }) {
    if (!this.userId) throw new Meteor.Error("not-authorized"); // guard: authentication inline check
    Meteor.users.update(this.userId, { $set: { archived: id } }); // effect: write mongodb users, set
  },
});

// silent: a call of a method is none
export const call = (id: string) => Meteor.callAsync("tasks.remove", id);
