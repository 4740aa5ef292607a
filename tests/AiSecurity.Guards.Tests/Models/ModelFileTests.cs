using System.Security.Cryptography;

namespace AiSecurity.Guards.Tests.Models;

public sealed class ModelFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aisecurity-test-").FullName;
    private readonly byte[] _model = RandomNumberGenerator.GetBytes(3_000_000);

    private string File1 => Path.Combine(_folder, "model.onnx");

    private string Digest => Convert.ToHexStringLower(SHA256.HashData(_model));

    public ModelFileTests() => File.WriteAllBytes(File1, _model);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_expected_file_is_loaded()
    {
        Assert.Equal(_model, ModelFile.ReadVerified(File1, Digest));
        Assert.Equal(_model, ModelFile.ReadVerified(File1, "SHA256:" + Digest.ToUpperInvariant()));
        using var stream = ModelFile.OpenVerified(File1, Digest);
        Assert.Equal(_model, ReadAll(stream));
        Assert.Equal(File1, ModelFile.VerifySha256(File1, Digest));
        Assert.Equal(File1, ModelFile.VerifySha256(Path.Combine(_folder, ".", "model.onnx"), Digest));
    }

    [Fact]
    public void Another_file_is_not()
    {
        _model[1_000_000] ^= 1;
        foreach (var load in new Action<string, string>[] { (path, digest) => ModelFile.ReadVerified(path, digest), (path, digest) => ModelFile.OpenVerified(path, digest), (path, digest) => ModelFile.VerifySha256(path, digest) })
        {
            var exception = Assert.Throws<ModelIntegrityException>(() => load(File1, Digest));
            Assert.Equal(Digest, exception.ExpectedSha256);
            Assert.NotEqual(Digest, exception.ActualSha256);
            Assert.Equal(File1, exception.Path);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<sha-256>")]
    [InlineData("sha256:")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85g")]
    [InlineData("0xb0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void A_placeholder_stops_the_program(string digest)
    {
        Assert.Throws<ArgumentException>(() => ModelFile.ReadVerified(File1, digest));
        Assert.Throws<ArgumentException>(() => ModelFile.OpenVerified(File1, digest));
        Assert.Throws<ArgumentException>(() => ModelFile.VerifySha256(File1, digest));
    }

    [Fact]
    public void What_was_verified_is_what_is_read_though_the_file_changes()
    {
        using var stream = ModelFile.OpenVerified(File1, Digest);
        try
        {
            // As another program would: without asking for a lock.
            File.WriteAllBytes(File1 + ".new", new byte[3_000_000]);
            File.Move(File1 + ".new", File1, overwrite: true);
        }
        catch (IOException) when (OperatingSystem.IsWindows())
        {
        }

        Assert.Equal(_model, ReadAll(stream));
    }

    [Fact]
    public void What_was_verified_is_what_is_read_though_the_file_is_written_to()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var stream = ModelFile.OpenVerified(File1, Digest);
        using (var writer = System.Diagnostics.Process.Start("dd", ["if=/dev/zero", "of=" + File1, "bs=1000000", "count=3", "conv=notrunc", "status=none"]))
            writer.WaitForExit();
        Assert.All(File.ReadAllBytes(File1), part => Assert.Equal(0, part));
        Assert.Equal(_model, ReadAll(stream));
    }

    [Fact]
    public void The_copy_has_no_name_and_leaves_nothing()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (ModelFile.OpenVerified(File1, Digest))
            Assert.Empty(Directory.EnumerateFiles(Path.GetTempPath(), "aisecurity-????????????????????????????????"));
    }

    [Fact]
    public void A_file_that_changed_after_it_was_verified_is_found_the_next_time()
    {
        ModelFile.VerifySha256(File1, Digest);
        File.WriteAllBytes(File1 + ".new", new byte[10]);
        try
        {
            File.Move(File1 + ".new", File1, overwrite: true);
        }
        catch (IOException) when (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.Throws<ModelIntegrityException>(() => ModelFile.VerifySha256(File1, Digest));
    }

    [Fact]
    public void No_file() => Assert.Throws<FileNotFoundException>(() => ModelFile.VerifySha256(Path.Combine(_folder, "none"), Digest));

    private static byte[] ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
