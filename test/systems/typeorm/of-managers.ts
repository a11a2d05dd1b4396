// A manager stores a row in the table of the class that it was made or found with. https://typeorm.io/docs/working-with-entity-manager/entity-manager-api

// file: src/entities.ts
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("tokens")
export class Token {
  @PrimaryGeneratedColumn() id: number;
  @Column() assetId: string;
  @Column() left: number;
}
@Entity("investments")
export class Investment {
  @PrimaryGeneratedColumn() id: number;
  @Column() units: number;
}
@Entity("escrows")
export class Escrow {
  @PrimaryGeneratedColumn() id: number;
  @Column() state: string;
}
// file: src/app.ts
import express from "express";
import { DataSource } from "typeorm";
import { Escrow, Investment, Token } from "./entities";

const source = new DataSource({ type: "postgres", entities: [Token, Investment, Escrow] });
const app = express();

app.post("/investments", async (req, res) => {
  await source.transaction(async (manager) => {
    const query = manager.getRepository(Token).createQueryBuilder("token").setLock("pessimistic_write");
    query.where("token.assetId = :assetId", { assetId: req.body.assetId });
    const token = await query.getOne(); // effect: read postgres tokens, read, safe
    token.left = 0;
    await manager.save(token); // effect: write postgres tokens, set, safe
    const investment = manager.create(Investment, { units: Number(req.body.units) });
    await manager.save(investment); // effect: write postgres investments, insert, unsafe // expect: unguarded-create
    const escrow = await manager.getRepository(Escrow).findOne({ where: { id: req.body.escrowId } }); // effect: read postgres escrows, read, safe
    escrow.state = "held";
    await manager.save(escrow); // effect: write postgres escrows, set, safe
  });
  res.end();
});
