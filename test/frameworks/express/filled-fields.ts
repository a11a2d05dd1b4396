// What a builder collects in an object is not known to be missing.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();

class ParcelBuilder {
  private data: { address?: string; weight?: number } = {};
  setAddress(address: string): this {
    this.data.address = address;
    return this;
  }
  build() {
    return this.data;
  }
}

const app = express();
app.post("/parcels", async (req, res) => { // entry: POST /parcels
  const parcel = new ParcelBuilder().setAddress(req.body.address).build();
  if (!parcel.address) return res.status(400).json({ error: "no address" });
  await prisma.parcel.create({ data: parcel }); // effect: write database parcel
  res.sendStatus(201);
});
