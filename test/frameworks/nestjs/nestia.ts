import { TypedBody, TypedParam, TypedRoute } from "@nestia/core";
import { Controller, Module } from "@nestjs/common";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Controller("v1/lessons")
class Lessons {
  @TypedRoute.Get(":id")
  show(@TypedParam("id") id: string) { // entry: GET /v1/lessons/:id
    return prisma.lesson.findUnique({ where: { id } }); // effect: read database lesson
  }

  @TypedRoute.Post()
  add(@TypedBody() body: { title: string }) { // entry: POST /v1/lessons
    return prisma.lesson.create({ data: body }); // effect: write database lesson
  }
}

@Module({ controllers: [Lessons] })
export class AppModule {}
