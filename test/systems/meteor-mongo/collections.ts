import { Meteor } from "meteor/meteor";
import { Mongo } from "meteor/mongo";

const Notes = new Mongo.Collection("notes");

Meteor.methods({
  async "notes.keep"(key, text) {
    await Notes.upsertAsync({ key }, { $set: { text } }); // effect: write mongodb notes, upsert
    await Notes.updateAsync(key, { $inc: { seen: 1 } }); // effect: write mongodb notes, increment
    return Notes.findOneAsync({ key }); // effect: read mongodb notes, read
  },
});
