import { Controller, Module, Post, Req } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Controller("streams")
class Streams {
  @Post() // silent: its address is one of those that ask
  async open(@Req() req: any) {
    await prisma.stream.create({ data: { name: req.body.name } });
  }
}

@Controller("notes")
class Notes {
  @Post() 
  async add(@Req() req: any) { // expect: missing-authentication
    await prisma.note.create({ data: { text: req.body.text } });
  }
}

@Module({ controllers: [Streams, Notes] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.use(["/streams", "/events/:id"], (req: any, res: any, next: any) => {
    if (!req.user) return res.status(401).end();
    next();
  });
  await app.listen(3000);
}
bootstrap();
