// file: package.json
{ "name": "harbour-notes" }

// file: imports/db/notes.ts
import { Mongo } from "meteor/mongo";

export const Notes = new Mongo.Collection("notes");

// file: server/db/notes.ts
export const Notes = {};

// file: server/methods.ts
import { Meteor } from "meteor/meteor";
import { Notes } from "/imports/db/notes";

Meteor.methods({
  async "notes.keep"(key, text) {
    await Notes.upsertAsync({ key }, { $set: { text } }); // effect: write mongodb notes, upsert
    await Notes.updateAsync(key, { $inc: { seen: 1 } }); // effect: write mongodb notes, increment
    return Notes.findOneAsync({ key }); // effect: read mongodb notes, read
  },
});
