import { Controller, Get, Module, Param } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { Client } from "minio";
import { InjectMinio } from "nestjs-minio";
import { MinioService } from "nestjs-minio-client";

@Controller("scans")
class Scans {
  constructor(
    private readonly minio: MinioService,
    @InjectMinio() private readonly client: Client,
  ) {}

  @Get(":id")
  async find(@Param("id") id: string) {
    await this.client.statObject("scans", id); // effect: read minio scans, read
    return this.minio.client.getObject("scans", id); // effect: read minio scans, read
  }
}

@Module({ controllers: [Scans] })
class AppModule {}

NestFactory.create(AppModule);
