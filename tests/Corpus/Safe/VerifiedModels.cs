using System.Security.Cryptography;
using AiSecurity.Guards;
using Microsoft.ML.OnnxRuntime;

class VerifiedModels
{
    const string Digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    object Session(string path) => new InferenceSession(ModelFile.VerifySha256(path, Digest));
}

class ComparedModels
{
    object Session(byte[] model, byte[] digest) => SHA256.HashData(model).AsSpan().SequenceEqual(digest) ? new InferenceSession(model) : throw new InvalidDataException();
}
