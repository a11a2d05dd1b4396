import { Args, Mutation, Resolver } from "@nestjs/graphql";
import mongoose from "mongoose";

const Form = mongoose.model("Form", new mongoose.Schema({ title: String, projectId: String }));

@Resolver()
export class FormResolver {
  @Mutation(() => Boolean)
  async deleteForms(@Args("projectId") projectId: string) {
    await Form.deleteMany({ projectId }); // silent: the schema makes texts of texts
    return true;
  }
}
