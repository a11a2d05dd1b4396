// What the container was told counts before what the type says: a repository is made with the mapper that it was given.
// file: package.json
{ "dependencies": { "express": "4", "inversify": "6", "inversify-express-utils": "6", "typeorm": "0.3" } }
// file: src/types.ts
const TYPES = {
  Source: Symbol.for("Source"),
  Vaults: Symbol.for("Vaults"),
  VaultMapper: Symbol.for("VaultMapper"),
  NoteMapper: Symbol.for("NoteMapper"),
  OpenVault: Symbol.for("OpenVault"),
};
export default TYPES;
// file: src/model.ts
import { Column, Entity, PrimaryGeneratedColumn, type Repository } from "typeorm";

@Entity("vaults")
export class VaultRow {
  @PrimaryGeneratedColumn() id: string;
  @Column() owner: string;
}
@Entity("notes")
export class NoteRow {
  @PrimaryGeneratedColumn() id: string;
  @Column() owner: string;
}
export interface Mapper<Domain, Row> {
  toRow(domain: Domain): Row;
}
export class Vault {
  constructor(readonly owner: string) {}
}
export class VaultMapper implements Mapper<Vault, VaultRow> {
  toRow(vault: Vault): VaultRow {
    const row = new VaultRow();
    row.owner = vault.owner;
    return row;
  }
}
export class NoteMapper implements Mapper<Vault, NoteRow> {
  toRow(vault: Vault): NoteRow {
    const row = new NoteRow();
    row.owner = vault.owner;
    return row;
  }
}
export interface Vaults {
  save(vault: Vault): Promise<void>;
}
export class StoredVaults implements Vaults {
  constructor(
    private rows: Repository<VaultRow>,
    private mapper: Mapper<Vault, VaultRow>,
  ) {}
  async save(vault: Vault) {
    await this.rows.save(this.mapper.toRow(vault)); // effect: write mysql vaults, insert, unsafe, from POST /vaults
  }
}
export class OpenVault {
  constructor(private vaults: Vaults) {}
  async execute(owner: string) {
    await this.vaults.save(new Vault(owner));
  }
}
// file: src/container.ts
import { Container } from "inversify";
import { DataSource } from "typeorm";
import { NoteMapper, NoteRow, OpenVault, StoredVaults, VaultMapper, VaultRow } from "./model";
import TYPES from "./types";

export function load() {
  const container = new Container();
  const source = new DataSource({ type: "mysql", entities: [VaultRow, NoteRow] });
  container.bind(TYPES.VaultMapper).toConstantValue(new VaultMapper());
  container.bind(TYPES.NoteMapper).toConstantValue(new NoteMapper());
  container.bind(TYPES.Source).toConstantValue(source.getRepository(VaultRow));
  container
    .bind(TYPES.Vaults)
    .toConstantValue(new StoredVaults(container.get(TYPES.Source), container.get(TYPES.VaultMapper)));
  container.bind(TYPES.OpenVault).toConstantValue(new OpenVault(container.get(TYPES.Vaults)));
  return container;
}
// file: src/controllers.ts
import type { Request } from "express";
import { inject } from "inversify";
import { BaseHttpController, controller, httpPost } from "inversify-express-utils";
import { OpenVault } from "./model";
import TYPES from "./types";

@controller("/vaults")
export class VaultsController extends BaseHttpController {
  constructor(@inject(TYPES.OpenVault) private openVault: OpenVault) {
    super();
  }
  @httpPost("/")
  async open(request: Request) { // entry: POST /vaults
    await this.openVault.execute(request.body.owner);
    return this.ok();
  }
}
// file: src/server.ts
import { InversifyExpressServer } from "inversify-express-utils";
import "./controllers";
import { load } from "./container";

new InversifyExpressServer(load()).build().listen(3000);
