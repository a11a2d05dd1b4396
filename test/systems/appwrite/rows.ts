import express from "express";
import { Client, Databases, ID, Messaging, Query, Storage, Users } from "node-appwrite";

const client = new Client().setEndpoint("").setProject("").setKey("");
const databases = new Databases(client);
const app = express();

app.post("/boats", async (req, res) => {
  const rows = await databases.listDocuments({ databaseId: "harbour", collectionId: "boats", queries: [Query.limit(1)] }); // effect: read appwrite boats, read
  await databases.createDocument({ databaseId: "harbour", collectionId: "boats", documentId: ID.unique(), data: req.body }); // effect: write appwrite boats, insert
  await databases.updateDocument("harbour", "boats", req.body.id, { name: req.body.name }); // effect: write appwrite boats, set
  await databases.deleteDocument("harbour", "boats", req.body.id); // effect: write appwrite boats, delete
  await databases.updateDocuments("harbour", "boats", { moored: true }, [Query.equal("pier", req.body.pier)]); // effect: write appwrite boats, set
  await databases.deleteDocuments({ databaseId: "harbour", collectionId: "boats", queries: [Query.equal("pier", req.body.pier)] }); // effect: write appwrite boats, delete
  await new Storage(client).createFile("photos", ID.unique(), req.body.file); // effect: write appwrite photos, insert
  await new Users(client).updateName(req.body.id, req.body.name); // effect: write appwrite users, set
  await new Messaging(client).createPush({ messageId: ID.unique(), title: "", body: "" }); // effect: call appwrite messages, send, unsafe
  await new Messaging(client).createEmail(ID.unique(), "Launched", "…", ["crew"]); // effect: call appwrite messages, send, unsafe
  await new Messaging(client).createSMS({ messageId: req.body.id, content: "" }); // effect: call appwrite messages, send, safe
  await databases.getCollection("harbour", "boats");
  res.json(rows);
});
