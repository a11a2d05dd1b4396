// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";
import { setUpValidation } from "./config/validation.config";

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  setUpValidation(app);
  await app.listen(3000);
}
bootstrap();

// file: src/config/validation.config.ts
import { type INestApplication, ValidationPipe } from "@nestjs/common";

export function setUpValidation(app: INestApplication) {
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
}

// file: src/app.module.ts
import { Module } from "@nestjs/common";
import { TownController } from "./town.controller";
import { TownResolver } from "./town.resolver";
import { PrismaService } from "./prisma.service";

@Module({ controllers: [TownController], providers: [PrismaService, TownResolver] })
export class AppModule {}

// file: src/prisma.service.ts
import { Injectable } from "@nestjs/common";
import { PrismaClient } from "@prisma/client";

@Injectable()
export class PrismaService extends PrismaClient {}

// file: src/town.dto.ts
import { PartialType, PickType } from "@nestjs/swagger";
import { IsString } from "class-validator";

export class CreateTownDto {
  @IsString() name: string;
  @IsString() postalCode: string;
}
export class UpdateTownDto extends PartialType(PickType(CreateTownDto, ["name"] as const)) {}

// file: src/town.controller.ts
import { Body, Controller, Param, Patch, Post, Put } from "@nestjs/common";
import { PrismaService } from "./prisma.service";
import { CreateTownDto, UpdateTownDto } from "./town.dto";

@Controller("towns")
export class TownController {
  constructor(private readonly prisma: PrismaService) {}

  @Post()
  create(@Body() town: CreateTownDto) {
    return this.prisma.town.create({ data: town }); // silent: the pipe drops what the class does not name
  }

  @Patch(":id")
  update(@Param("id") id: string, @Body() town: UpdateTownDto) {
    return this.prisma.town.update({ where: { id }, data: town }); // silent: made of a class that the pipe reads
  }

  @Put(":id")
  replace(@Param("id") id: string, @Body() town: any) {
    return this.prisma.town.update({ where: { id }, data: town }); // expect: mass-assignment
  }
}

// file: src/town.resolver.ts
import { Args, Mutation, Resolver } from "@nestjs/graphql";
import { PrismaService } from "./prisma.service";
import { TownInput } from "./town.input";

@Resolver()
export class TownResolver {
  constructor(private readonly prisma: PrismaService) {}

  @Mutation(() => Boolean)
  async createTown(@Args("input") input: TownInput) {
    await this.prisma.town.create({ data: { open: true, ...input } }); // silent: the schema lists the fields
    return true;
  }
}
