using ContosoChat;

var builder = WebApplication.CreateBuilder(args);
var app = ContosoApplication.Build(builder);
app.Run();
