declare module 'datapackage' {
  /** A JSON Schema of the standard. */
  export class Profile {
    static load(name: string): Promise<Profile>
    validate(descriptor: unknown): { valid: boolean; errors: Error[] }
  }
}
