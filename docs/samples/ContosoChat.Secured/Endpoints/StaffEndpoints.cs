using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using ContosoChat.Contracts;
using ContosoChat.Services;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace ContosoChat.Endpoints;

public static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/staff");

        staff.MapPost("/login", (LoginRequest request, IConfiguration configuration) =>
        {
            var expected = configuration["Staff:AccessCode"];
            if (string.IsNullOrEmpty(expected) || !SameText(expected, request.AccessCode ?? ""))
                return Results.Unauthorized();

            Claim[] claims = [new(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString("N")), new(ClaimTypes.Role, "staff")];
            return Results.SignIn(new ClaimsPrincipal(new ClaimsIdentity(claims, BearerTokenDefaults.AuthenticationScheme)));
        });

        staff.MapPost("/ask", async (AskRequest request, ClaimsPrincipal user, GroundedAnswerService answers, CancellationToken cancellationToken) =>
        {
            if (string.IsNullOrWhiteSpace(request.Question))
                return Results.BadRequest("A question is needed.");

            return Results.Ok(await answers.AnswerForStaffAsync(user, request.Question, cancellationToken));
        }).RequireAuthorization(policy => policy.RequireRole("staff")).RequireRateLimiting("ai");
    }

    private static bool SameText(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
