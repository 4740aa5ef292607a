using System.Security.Cryptography;

namespace AiSecurity.Guards;

/// <summary>Who knows the identifier of a session can use it, and a token is good for every session of a pool: so nobody must be able to guess one.</summary>
internal static class SessionIdentifier
{
    /// <summary>256 bits as 64 hexadecimal digits: within the 4 to 128 characters of the service, and the same in every address.</summary>
    public static string Create()
    {
        var bytes = new byte[32];
        using (var random = RandomNumberGenerator.Create())
            random.GetBytes(bytes);
        return Sha256Digest.Format(bytes);
    }
}
